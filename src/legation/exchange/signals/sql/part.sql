-- The partition: rows with their actors, types and flaws, sorted so that a pair lies together.
COPY (
    SELECT
        {dataset} AS dataset,
        {part}::UINTEGER AS part,
        number AS file,
        native,
        row_id,
        day,
        precision,
        source.id AS source,
        source.sector AS source_sector,
        source_name,
        source_with,
        target.id AS target,
        target.sector AS target_sector,
        target_name,
        target_with,
        CASE WHEN source.id <> target.id THEN least(source.id, target.id) || ' ' || greatest(source.id, target.id) END
            AS pair,
        meaning.type,
        coalesce(making.mode, meaning.mode) AS mode,
        coalesce(making.context, meaning.context) AS context,
        making.code,
        meaning.quad,
        quad_told,
        intensity,
        mentions,
        deaths,
        place.id AS place,
        place_precision,
        latitude,
        longitude,
        text,
        told_by,
        added,
        stamp,
        nullif(concat_ws(' ',
            CASE WHEN misdated THEN 'misdated' END,
            CASE WHEN same_actor THEN 'same_actor' END,
            CASE WHEN source.id IS NULL AND target.id IS NULL AND source_name IS NULL AND target_name IS NULL
                THEN 'no_actor' END
        ), '') AS flaws
    FROM making
    LEFT JOIN parties AS source ON source.key = making.source_key
    LEFT JOIN parties AS target ON target.key = making.target_key
    LEFT JOIN meanings AS meaning ON meaning.code = making.code
    LEFT JOIN places AS place ON place.key = making.place_key
    ORDER BY pair, day, row_id
) TO {path} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)
