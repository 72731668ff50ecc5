-- What two actors did to each other, day by day: rows, and acts of which each counts once a day.
SELECT
    dataset,
    day,
    source,
    type,
    quad,
    count(*) AS signals,
    count(*) FILTER (precision <> 'day') AS coarse,
    count(DISTINCT hash(source_sector, source_name, target_sector, target_name, code)) AS acts,
    round(avg(intensity), 2) AS intensity
FROM signals
WHERE pair = $pair AND day >= $first AND day < $after
GROUP BY ALL
ORDER BY dataset, day, source, type
