CREATE OR REPLACE TEMP TABLE actors AS
SELECT id, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS number
FROM (
    SELECT source AS id FROM signals WHERE dataset = $dataset
    UNION
    SELECT target FROM signals WHERE dataset = $dataset
)
WHERE id IS NOT NULL
