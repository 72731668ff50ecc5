"""How fast event data are imported and asked, on made-up files in the forms of GDELT, ICEWS, POLECAT and ACLED.

    python bench/signals.py [--rows 1000000] [--files 10] [--made FOLDER]

The files have the defects that such files have: ids that come twice, in one file and in two; days a year and ten years
back; codes such as ---; days that no calendar has; tabs within cells; bytes that are no UTF-8; sides that are missing
or the same. Making them is not timed. Prints JSON: seconds, rows, memory (the most the process held), and the median of
a pair's daily series over many pairs, in a connection that is open, and with opening it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Final

import duckdb

from legation.exchange.signals.bring import import_files
from legation.exchange.signals.series import Pair, daily
from legation.exchange.signals.store import Store
from legation.exchange.signals.stream import stream

STATES: Final = (
    "USA RUS CHN GBR FRA DEU JPN IND KOR PRK IRN ISR IRQ SYR TUR UKR PAK AFG SAU EGY VNM THA PHL IDN MYS SGP LAO KHM MMR AUS "
    "NZL CAN MEX BRA ARG CHL COL VEN CUB ESP ITA GRC POL HUN ROU SRB SWE NOR FIN DNK NLD BEL CHE AUT CZE KAZ UZB GEO ARM AZE "
    "NGA KEN ETH SOM SDN SSD ZAF MLI NER TCD LBY DZA TUN MAR YEM OMN QAT ARE KWT JOR LBN PSE BGD NPL LKA MNG TWN"
).split()
NAMES: Final = (
    "United States|Russian Federation|China|United Kingdom|France|Germany|Japan|India|South Korea|North Korea|Iran|Israel|Iraq|"
    "Syria|Turkey|Ukraine|Pakistan|Afghanistan|Saudi Arabia|Egypt|Vietnam|Thailand|Philippines|Indonesia|Malaysia|Singapore|"
    "Laos|Cambodia|Myanmar|Australia"
).split("|")
CODES: Final = (
    "010 020 036 040 041 042 043 046 051 057 061 071 084 090 101 111 112 120 130 138 141 145 150 163 172 173 190 193 195"
).split()
SECTORS: Final = ["GOV", "GOV", "", "", "MIL", "COP", "MED", "BUS", "OPP", "REB", "CVL", "LEG"]

MACROS: Final = """
CREATE OR REPLACE MACRO chance(i, salt) AS (hash(i * 64 + salt) % 1000000) / 1000000.0;
CREATE OR REPLACE MACRO pick(list, i, salt) AS list[1 + (hash(i * 64 + salt) % len(list))::INT];
CREATE OR REPLACE MACRO skewed(list, i, salt) AS list[1 + floor(len(list) * pow(chance(i, salt), 2.5))::INT];
"""
BASE: Final = """
CREATE OR REPLACE TEMP TABLE base AS
SELECT
    CASE WHEN chance(range, 1) < 0.002 THEN range - 1 - (hash(range) % 5000)::BIGINT ELSE range END + 400000000 AS i,
    range AS n,
    DATE '2015-03-01' + (range * 3000 // $total)::INT AS day,
    skewed($states, range, 2) AS a,
    CASE WHEN chance(range, 3) < 0.15 THEN '' WHEN chance(range, 3) < 0.4 THEN skewed($states, range, 2)
        ELSE skewed($states, range, 4) END AS b,
    pick($sectors, range, 5) AS sa,
    pick($sectors, range, 6) AS sb,
    CASE WHEN chance(range, 7) < 0.0001 THEN '---' ELSE skewed($codes, range, 8) END AS code,
    round(chance(range, 9) * 20 - 10, 1) AS scale,
    CASE WHEN chance(range, 10) < 0.01 THEN 365 WHEN chance(range, 10) < 0.012 THEN 3650 ELSE 0 END AS back,
    CASE WHEN chance(range, 11) < 0.00005 THEN chr(9) ELSE '' END AS tab,
    chance(range, 12) < 0.00005 AS bad_day
FROM range($first, $last)
"""
GDELT: Final = """
SELECT
    i || T || CASE WHEN bad_day THEN '20150231' ELSE strftime(day - back::INT, '%Y%m%d') END || T
    || strftime(day, '%Y%m')
    || T || year(day) || T || year(day) || '.5'
    || T || a || sa || T || 'NAME OF ' || a || tab || T || a || T || T || T || T || T || sa || T || T
    || T || b || sb || T || CASE WHEN b = '' THEN '' ELSE 'NAME OF ' || b END || T || b || T || T || T || T || T
    || sb || T || T
    || T || '1' || T || code || T || left(code, 3) || T || left(code, 2) || T || '1' || T || scale || T
    || (1 + n % 20) || T || '1'
    || T || (1 + n % 20) || T || '-2.5'
    || repeat(T || '4' || T || 'Some Town, Some Province, Country' || T || 'VM' || T || 'VM44'
    || CASE WHEN $v2 THEN T || '12345' ELSE '' END
        || T || '21.0333' || T || '105.85' || T || '-3730078', 3)
    || T || strftime(day, CASE WHEN $v2 THEN '%Y%m%d120000' ELSE '%Y%m%d' END)
    || T || 'https://news' || (n % 997) || '.example.org/world/article-' || (n // 3) || '.html'
FROM (SELECT *, chr(9) AS T FROM base)
"""
ICEWS: Final = """
SELECT
    i || T || CASE WHEN bad_day THEN '2015-02-31' ELSE day::VARCHAR END || T || 'Foreign Affairs (' || na || tab
    || ')' || T
    || CASE sa WHEN 'MIL' THEN 'Government,Military' WHEN 'GOV' THEN 'Executive,Foreign Ministry,Government'
        ELSE 'General Population / Civilian / Social' END
    || T || na || T || 'Make statement' || T || code || T || scale || T || nb || T || T || nb || T || (n // 3)
    || T || (n % 6)
    || T || 'Example Press' || T || 'Town' || T || 'District' || T || 'Province' || T || na || T || '21.03' || T
    || '105.85'
FROM (SELECT *, chr(9) AS T, skewed($names, n, 20) AS na, skewed($names, n, 21) AS nb FROM base)
"""
POLECAT: Final = """
SELECT
    i || '_' || (n % 7) || T || CASE WHEN bad_day THEN '2015-02-31' ELSE day::VARCHAR END || T || type || T
    || 'meet' || T || scale || T || 'VERCOOP'
    || T || 'economic;military' || T || 'Name of ' || a || tab || T || a
    || CASE WHEN n % 50 = 0 THEN '; VNM' ELSE '' END || T || 'None' || T || 'GOV' || T
    || 'GOV' || T || 'None' || T || 'raw' || T || 'None' || T || 'Name of ' || b || T
    || CASE WHEN b = '' THEN 'None' ELSE b END || T || 'None' || T || 'CVL'
    || T || 'CVL' || T || 'None' || T || 'raw' || T || 'None' || T || 'Place' || T || 'City' || T || 'District'
    || T || 'Province' || T || a || T
    || '21.03' || T || '105.85' || T || '12345' || T || 'raw place' || T || 'PPL' || T || 'Example Press' || T
    || day::VARCHAR
    || T || 'People' || T || 'Organizations' || T || 'Locations' || T || 'en' || T || 'v1'
FROM (SELECT *, chr(9) AS T, pick(['CONSULT', 'AGREE', 'ACCUSE', 'ASSAULT', 'PROTEST', 'AID'], n, 30) AS type FROM base)
"""
ACLED: Final = """
SELECT
    '"ABC' || i || '","' || strftime(day, '%d %B %Y') || '","' || year(day) || '","' || (1 + n % 3)
    || '","Battles","Armed clash","Military Forces of '
    || na || ' (2020-)","","State forces","Protesters (' || nb || ')","","Protesters","' || na
    || '","21.03","105.85","1","Example Press","On the day,
it is said, ""something"" happened.","' || (n % 5) || '","' || (1700000000 + n) || '"'
FROM (SELECT *, skewed($names, n, 20) AS na, skewed($names, n, 21) AS nb FROM base)
"""
HEADINGS: Final = {
    "icews": "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
    "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude".replace(
        ",", "\t"
    ),
    "polecat": "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,"
    "Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,"
    "Publication Date,Story People,Story Organizations,Story Locations,Language,Version".replace(",", "\t"),
    "acled": "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
    "assoc_actor_2,inter2,country,latitude,longitude,geo_precision,source,notes,fatalities,timestamp",
}
SHARES: Final = {"gdelt2": 0.5, "gdelt1": 0.2, "icews": 0.15, "polecat": 0.1, "acled": 0.05}
QUERIES: Final = {"gdelt1": GDELT, "gdelt2": GDELT, "icews": ICEWS, "polecat": POLECAT, "acled": ACLED}


def make(folder: Path, rows: int, *, files: int) -> None:
    """Write files of all forms."""
    with duckdb.connect(config={"threads": 2, "memory_limit": "1GB"}) as connection:
        for statement in MACROS.strip().splitlines():
            connection.execute(statement)
        for form, share in SHARES.items():
            total = int(rows * share)
            for number in range(files):
                first, last = total * number // files, total * (number + 1) // files
                connection.execute(
                    BASE,
                    {
                        "total": total,
                        "first": first,
                        "last": last,
                        "states": STATES,
                        "sectors": SECTORS,
                        "codes": CODES,
                    },
                )
                write(connection, form, folder / f"{form}-{number:03}")


def write(connection: duckdb.DuckDBPyConnection, form: str, path: Path) -> None:
    """Write the rows of the base table as a file of a form, with a line that is no UTF-8; GDELT is zipped."""
    values: dict[str, object] = {"v2": form == "gdelt2"} if form.startswith("gdelt") else {}
    if form in ("icews", "acled"):
        values["names"] = NAMES
    told = path.with_suffix(".csv")
    lines = connection.sql(QUERIES[form], params=values)
    lines.write_csv(str(told), sep="\x01", quotechar="", escapechar="", header=False)
    heading = HEADINGS.get(form)
    if heading:
        body = told.read_bytes()
        told.write_bytes(heading.encode() + b"\n" + body.replace(b"Example Press", b"Caf\xe9 Press", 1))
    if form.startswith("gdelt"):
        with zipfile.ZipFile(
            path.with_suffix(".CSV.zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=1
        ) as packed:
            packed.write(told, told.name)
        told.unlink()


def asked(folder: Path) -> dict[str, object]:
    """How long a pair's daily series takes, over pairs of states that are told of much and little."""
    pairs = [Pair(a, b) for a in STATES[::8] for b in STATES[4::16]]
    spent, worked, opened = [], [], []
    with Store(folder).reading() as connection:
        for pair in pairs:
            start, work = time.perf_counter(), time.process_time()
            daily(connection, pair)
            spent.append(time.perf_counter() - start)
            worked.append(time.process_time() - work)
    for pair in pairs[:10]:
        start = time.perf_counter()
        with Store(folder).reading() as connection:
            daily(connection, pair)
        opened.append(time.perf_counter() - start)
    return {
        "pairs": len(pairs),
        "series_ms_median": round(statistics.median(spent) * 1000, 1),
        "series_ms_most": round(max(spent) * 1000, 1),
        "series_cpu_ms_median": round(statistics.median(worked) * 1000, 1),
        "series_cpu_ms_most": round(max(worked) * 1000, 1),
        "series_ms_with_opening": round(statistics.median(opened) * 1000, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=10, help="files of each form")
    parser.add_argument("--made", type=Path, help="where the made-up files lie, or are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        made, folder = options.made or Path(scratch) / "made", Path(scratch) / "signals"
        if not made.exists():
            made.mkdir(parents=True)
            make(made, options.rows, files=options.files)
        size = sum(path.stat().st_size for path in made.iterdir())
        before = peak()
        start, worked = time.perf_counter(), time.process_time()
        outcomes = import_files([str(made)], folder)
        spent, worked = time.perf_counter() - start, time.process_time() - worked
        after = peak()
        entries = [each.entry for each in outcomes if each.entry]
        start = time.perf_counter()
        again = import_files([str(made)], folder)
        found: dict[str, object] = {
            "rows": options.rows,
            "files": len(outcomes),
            "megabytes": round(size / 1e6),
            "import_seconds": round(spent, 1),
            "import_cpu_seconds": round(worked, 1),
            "again_seconds": round(time.perf_counter() - start, 1),
            "unchanged": all(each.outcome == "unchanged" for each in again),
            "kept": sum(entry.kept for entry in entries),
            "flawed": sum(entry.flawed for entry in entries),
            "repeated": sum(entry.repeated for entry in entries),
            "rejected": sum(entry.rejected for entry in entries),
            "parquet_megabytes": round(sum(path.stat().st_size for path in folder.rglob("*.parquet")) / 1e6),
            "peak_megabytes_before": before,
            "peak_megabytes_of_import": after,
        }
        found |= asked(folder)
        start = time.perf_counter()
        told = stream(folder, dataset="gdelt2")
        found |= {"stream_rows": len(told.day), "stream_seconds": round(time.perf_counter() - start, 2)}
        found |= {"peak_megabytes": peak(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
        found |= {"python": platform.python_version(), "duckdb": duckdb.__version__}
    print(json.dumps(found, indent=1))


def peak() -> int:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
