"""Signals: event data that others coded (ICEWS, POLECAT, GDELT, ACLED), kept apart from the ledger.

files → dialect → rows (one SQL a form) → actors of the register and PLOVER types → Parquet → series and streams

A signal says that a program or a coder read something in the news. It is no record, and becomes one only where a person
promotes it (`promote`). Sets are never added up: one event of the world may be in each of them.
"""
