-- Of rows that stand already only newer versions go on.
DELETE FROM making
USING (SELECT row_id, max(stamp) AS stamp FROM met GROUP BY row_id) AS standing
WHERE standing.row_id = making.row_id AND standing.stamp >= making.stamp
