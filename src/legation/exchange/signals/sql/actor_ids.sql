SELECT id FROM actors ORDER BY number
