-- Rows that come twice within a batch: the newest stands, then that of the earlier file.
DELETE FROM making
WHERE rowid IN (
    SELECT place_in_table
    FROM (
        SELECT
            rowid AS place_in_table,
            row_number() OVER (
                PARTITION BY row_id
                ORDER BY stamp DESC, number, mentions DESC, hash(source_key, target_key, code, text, told_by)
            ) AS turn
        FROM making
        WHERE row_id IN (SELECT row_id FROM making GROUP BY row_id HAVING count(*) > 1)
    )
    WHERE turn > 1
)
