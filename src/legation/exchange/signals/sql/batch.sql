CREATE OR REPLACE TEMP TABLE batch AS
SELECT unnest($paths) AS path, unnest($addresses) AS address, unnest($numbers)::UINTEGER AS number
