"""Records as a table, and figures of the graph.

    COMPLAINTS_KEY=… python3 complaints.py [stages | complaints | ombudsman-cases | calls]

Needs nothing but Python 3.9. With pandas installed, `records` gives a DataFrame, else a list of dicts.
"""

import csv
import io
import json
import os
import sys
import urllib.error
import urllib.request

try:
    import pandas
except ImportError:
    pandas = None

ADDRESS = os.environ.get("COMPLAINTS_ADDRESS", "http://localhost:4000")

FIGURES = """
query FiguresByQuarter($years: [String!]!) {
  measures(by: [FINANCIAL_YEAR, QUARTER], where: { financialYears: $years }) {
    asAt
    rows { financialYear quarter received inTimeRate referredToOmbudsman ombudsmanDecided }
  }
}
"""


def send(path, body=None):
    """Asks the gateway. Its refusals say what to do, so they are told as they are."""
    request = urllib.request.Request(ADDRESS + path, data=body)
    request.add_header("authorization", f"Bearer {os.environ['COMPLAINTS_KEY']}")
    if body is not None:
        request.add_header("content-type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=600) as answer:
            return answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.code}: {error.read().decode()}")


def records(name, parameters=""):
    """All rows of a record set; throws where some are missing. References stay text, with their leading zeros."""
    headers, content = send(f"/exports/{name}.csv{parameters}")
    if pandas is None:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        with_references = {"id": "string", "reference": "string", "ourReference": "string", "complaintId": "string"}
        rows = pandas.read_csv(io.BytesIO(content), dtype=with_references)
        for day in [column for column in rows.columns if column.endswith(("On", "At"))]:
            rows[day] = pandas.to_datetime(rows[day])
    if len(rows) != int(headers["x-row-count"]):
        raise ValueError(f"{len(rows)} of {headers['x-row-count']} rows came")
    return rows


def ask(query, **variables):
    """The graph's answer. What it could not tell stands in `errors`, beside what it could."""
    _, content = send("/graphql", json.dumps({"query": query, "variables": variables}).encode())
    answer = json.loads(content)
    for error in answer.get("errors", []):
        print("not told:", error["message"], file=sys.stderr)
    return answer["data"]


if __name__ == "__main__":
    name = sys.argv[1] if len(sys.argv) > 1 else "ombudsman-cases"
    print(f"{name}: {len(records(name))} rows")
    figures = ask(FIGURES, years=["2021-22"])["measures"]
    print("figures as at", figures["asAt"])
    print(*(figures["rows"][0] if figures["rows"] else ()), sep="\t")
    for row in figures["rows"]:
        # None is "not recorded", and never 0.
        print(*("not recorded" if value is None else value for value in row.values()), sep="\t")
