"""Makes the records of many people of one person's, to measure the recipe of routines/README.md with.

    many_people.py PERSON.csv PEOPLE OUT

PERSON.csv is what `supple history --csv --per session --separator comma` prints of a year that was lived through
the program (tests/support/year.rs); OUT gets a packed table for each person. Each is another: sessions are missing,
ids are their own, pain is more or less, and some stopped early in the year.
"""

import csv
import gzip
import io
import pathlib
import random
import sys


def main(person, people, out):
    with open(person, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    out.mkdir(parents=True, exist_ok=True)
    for number in range(people):
        chance = random.Random(number)
        keeps = chance.uniform(0.4, 1)
        last = chance.randrange(len(rows)) if chance.random() < 0.2 else 0
        shift = chance.randint(-2, 2)
        text = io.StringIO()
        writer = csv.DictWriter(text, rows[0].keys())
        writer.writeheader()
        for row in rows[last:]:
            if chance.random() > keeps:
                continue
            row = dict(row, session=f"{number:08x}" + row["session"][8:])
            for pain in ("pain_before", "pain_after"):
                if row[pain]:
                    row[pain] = min(10, max(0, int(row[pain]) + shift))
            writer.writerow(row)
        packed = gzip.compress(("\ufeff" + text.getvalue()).encode(), 5, mtime=0)
        (out / f"p{number:05}.csv.gz").write_bytes(packed)


main(sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3]))
