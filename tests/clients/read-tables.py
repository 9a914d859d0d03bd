"""Reads a file or a view as a data frame, and writes its rows as JSON: read-tables.py FOLDER FILE-OR-VIEW COLUMNS ADDRESS."""

import json
import re
import sys

import pandas

folder, name, about, address = sys.argv[1:]
with open(about, encoding="utf-8") as file:
    types = json.load(file)
# What a file with commas does not say by itself; its -metadata.json does.
texts = {column: str for column, kind in types.items() if kind in ("text", "day", "moment")}


def frame():
    place = f"{folder}/{name}"
    if name.endswith(".csv"):
        return pandas.read_csv(place, dtype=texts, keep_default_na=False, na_values=[""])
    if name.endswith(".xlsx"):
        return pandas.read_excel(place, keep_default_na=False, na_values=[""])
    if name.endswith(".parquet"):
        return pandas.read_parquet(place)
    if name.endswith(".json"):
        return pandas.read_json(place, dtype=False, convert_dates=False)
    from sqlalchemy import create_engine

    engine = create_engine(address.replace("postgres://", "postgresql+psycopg2://", 1))
    read = pandas.read_sql(f"select * from {name}", engine)
    return read.rename(columns=lambda column: re.sub("_([a-z0-9])", lambda found: found[1].upper(), column))


def plain(value):
    if not isinstance(value, (list, dict)) and pandas.isna(value):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value


rows = frame().astype(object).to_dict("records")
print(json.dumps([{column: plain(value) for column, value in row.items()} for row in rows], default=str))
