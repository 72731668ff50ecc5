-- POLECAT rows as signals in the making: one for each pair of a country that acts and one that is acted on.
WITH listed AS (
    SELECT
        *,
        list_sort(list_distinct(regexp_split_to_array(coalesce(actor_country, ''), '\s*[;|]\s*'))) AS sources,
        list_sort(list_distinct(regexp_split_to_array(coalesce(recipient_country, ''), '\s*[;|]\s*'))) AS targets
    FROM ({rows})
),
sided AS (SELECT *, unnest(sources) AS source_land FROM listed),
paired AS (SELECT *, unnest(targets) AS target_land FROM sided)
SELECT
    file,
    event_id || CASE WHEN len(sources) * len(targets) > 1 THEN '#' || source_land || '>' || target_land ELSE '' END
        AS native,
    event_date AS day,
    'day' AS precision,
    concat_ws(chr(31), source_land, CASE WHEN len(sources) = 1 THEN coalesce(actor_cow, '') ELSE '' END,
        coalesce(primary_actor_sector, ''), coalesce(actor_name, '')) AS source_key,
    concat_ws(chr(31), target_land, CASE WHEN len(targets) = 1 THEN coalesce(recipient_cow, '') ELSE '' END,
        coalesce(primary_recipient_sector, ''), coalesce(recipient_name, '')) AS target_key,
    actor_name AS source_name,
    recipient_name AS target_name,
    NULL::VARCHAR AS source_with,
    NULL::VARCHAR AS target_with,
    upper(event_type::VARCHAR) AS code,
    lower(event_mode) AS mode,
    lower(array_to_string(regexp_split_to_array(contexts, '\s*[;|,]\s*'), ', ')) AS context,
    CASE
        WHEN quad_code ILIKE 'ver%coop%' OR quad_code = '1' THEN 1
        WHEN quad_code ILIKE 'mat%coop%' OR quad_code = '2' THEN 2
        WHEN quad_code ILIKE 'ver%conf%' OR quad_code = '3' THEN 3
        WHEN quad_code ILIKE 'mat%conf%' OR quad_code = '4' THEN 4
    END::UTINYINT AS quad_told,
    intensity,
    NULL::INTEGER AS mentions,
    NULL::INTEGER AS deaths,
    country AS place_key,
    NULL::VARCHAR AS place_precision,
    latitude,
    longitude,
    NULL::VARCHAR AS text,
    source AS told_by,
    try_cast(left(publication_date, 10) AS DATE) AS added,
    0::BIGINT AS stamp,
    event_date > added + 1 AS misdated,
    actor_name = recipient_name AND source_land = target_land AS same_actor
FROM paired
