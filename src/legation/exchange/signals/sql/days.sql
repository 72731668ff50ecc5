SELECT min(day)::VARCHAR, max(day)::VARCHAR FROM making WHERE misdated IS NOT TRUE
