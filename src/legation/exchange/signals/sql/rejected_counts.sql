SELECT number, count(DISTINCT line)
FROM reject_errors
JOIN reject_scans USING (scan_id, file_id)
JOIN batch ON batch.path = file_path
GROUP BY number
