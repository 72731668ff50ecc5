-- Signals as numbers: actors and types by their place in lists, -1 where there is none.
SELECT
    (day - DATE '0001-01-01' + 1)::INTEGER AS day,
    coalesce(s.number, -1)::INTEGER AS source,
    coalesce(t.number, -1)::INTEGER AS target,
    (coalesce(list_position($types, type), 0) - 1)::TINYINT AS type,
    coalesce(quad, 0)::TINYINT AS quad,
    row_id
FROM signals
LEFT JOIN actors AS s ON s.id = source
LEFT JOIN actors AS t ON t.id = target
WHERE dataset = $dataset AND day >= $first AND day < $after AND (NOT $between OR (pair IS NOT NULL))
ORDER BY 1, row_id
