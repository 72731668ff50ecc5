SELECT id, day, precision, source_name, target_name, type, code, intensity, told_by
FROM signals
WHERE pair = $pair AND day >= $first AND day < $after
ORDER BY day DESC, id
LIMIT $rows
