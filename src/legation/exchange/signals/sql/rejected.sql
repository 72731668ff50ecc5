-- What could not be read, one row a line, in words. A wrong number of cells goes before what it makes of the cells.
-- DuckDB casts codes (an ENUM) after the scan, and then names a wrong column; it has no byte position for them.
COPY (
    WITH told AS (
        SELECT
            batch.number,
            batch.address,
            line,
            csv_line,
            error_type,
            regexp_extract(error_message, 'convert string "(.*)" to ', 1, 's') AS cell,
            CASE WHEN byte_position IS NULL THEN {coded} ELSE column_name END AS column_name,
            column_idx + CASE WHEN error_type = 'CAST' THEN 10000 ELSE 0 END AS turn
        FROM reject_errors
        JOIN reject_scans USING (scan_id, file_id)
        JOIN batch ON batch.path = file_path
        QUALIFY row_number() OVER (PARTITION BY batch.number, line ORDER BY turn) = 1
    ),
    valued AS (SELECT *, CASE WHEN error_type = 'CAST' THEN cell ELSE left(csv_line, 500) END AS value FROM told)
    SELECT
        address AS file,
        line,
        CASE WHEN error_type = 'CAST' THEN column_name END AS "column",
        CASE WHEN regexp_matches(value, '^''*[=+\-@\t\r]') THEN '''' || value ELSE value END AS value,
        CASE
            WHEN error_type = 'CAST' AND value = '' THEN 'it is missing'
            WHEN error_type = 'CAST' AND column_name = {coded} THEN 'the codebook has no such code'
            WHEN error_type = 'CAST' AND column_name = {dated} THEN 'it is no day, or not written as the others are'
            WHEN error_type = 'CAST' THEN 'it is no number'
            WHEN error_type = 'MISSING COLUMNS' THEN 'the line has too few cells'
            WHEN error_type = 'TOO MANY COLUMNS' THEN 'the line has too many cells; is there a separator within one?'
            WHEN error_type = 'UNQUOTED VALUE' THEN 'a quote is not closed'
            WHEN error_type = 'LINE SIZE OVER MAXIMUM' THEN 'the line is too long'
            ELSE lower(error_type)
        END AS reason
    FROM valued
    ORDER BY number, line
) TO {path} (FORMAT csv, HEADER)
