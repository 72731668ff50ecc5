CREATE OR REPLACE TEMP TABLE parties AS
SELECT unnest($keys::VARCHAR[]) AS key, unnest($ids::VARCHAR[]) AS id, unnest($sectors::VARCHAR[]) AS sector
