SELECT DISTINCT place_key FROM making WHERE place_key IS NOT NULL
