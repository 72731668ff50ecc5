CREATE OR REPLACE TEMP TABLE meanings AS
SELECT
    unnest($codes::VARCHAR[]) AS code, unnest($types::VARCHAR[]) AS type, unnest($modes::VARCHAR[]) AS mode,
    unnest($contexts::VARCHAR[]) AS context, unnest($quads::UTINYINT[]) AS quad
