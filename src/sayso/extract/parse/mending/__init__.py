"""What the small model's parser gets wrong, mended before anybody reads its trees."""

from sayso.extract.parse.mending.mender import Mender

__all__ = ["Mender"]
