"""An index that tells by itself how many reports of a publisher share their origin with others.

Revision ID: 0007
"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make it wider by the publisher: rows of reports, long as they are, need not be read."""
    op.drop_index("reports_origin", "reports")
    op.create_index("reports_origin", "reports", ["origin", "publisher_name"])
