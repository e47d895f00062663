"""All layouts, by name. A new one is a module and a line here."""

from collections.abc import Mapping

from sayso.export.acled import ACLED
from sayso.export.annotation import ANNOTATION
from sayso.export.flat import CSV, JSONL, PARQUET
from sayso.export.followthemoney import FOLLOWTHEMONEY
from sayso.export.gdelt import GDELT1, GDELT2
from sayso.export.gdelt_mentions import MENTIONS
from sayso.export.ged import GED
from sayso.export.geojson import GEOJSON
from sayso.export.icews import ICEWS
from sayso.export.layout import Layout
from sayso.export.network import GEXF, GRAPHML
from sayso.export.petrarch2 import PETRARCH2
from sayso.export.phoenix import PHOENIX
from sayso.export.plover import PLOVER
from sayso.export.polecat import POLECAT

LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        *(GDELT1, GDELT2, MENTIONS, ICEWS, POLECAT, PHOENIX, PETRARCH2, PLOVER, ACLED, GED),
        *(CSV, PARQUET, JSONL, GEOJSON, GEXF, GRAPHML, ANNOTATION, FOLLOWTHEMONEY),
    )
}
