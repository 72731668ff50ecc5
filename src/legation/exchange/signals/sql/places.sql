CREATE OR REPLACE TEMP TABLE places AS
SELECT unnest($keys::VARCHAR[]) AS key, unnest($ids::VARCHAR[]) AS id
