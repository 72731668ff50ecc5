SELECT number, count(*) FROM making GROUP BY number
