"""The key of a desk, in a file of its own, and the secrets made from it, so that the database holds none."""

import hmac
import os
import secrets
from hashlib import sha256
from pathlib import Path

from sayso.errors import SaysoError

OTHERS = 0o077  # rights of anybody but the owner


def made_key(path: Path) -> Path:
    """The key's file, made where there is none; nobody but its owner may read it.

    Raises:
        SaysoError: it can't be written.
    """
    if path.exists():
        return path
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            os.link(draft, path)  # whole, and not over one that another process made meanwhile
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    except OSError as error:
        raise SaysoError(
            f"{path}: the key that webhooks need can't be written ({error.strerror}); name another file with SAYSO_KEY"
        ) from error
    return path


def secret_of(path: Path, webhook: str) -> str:
    """The secret of a webhook: HMAC-SHA256 of its id, by the key.

    Raises:
        SaysoError: there is no key, it is none, or others can read it.
    """
    try:
        readable, key = path.stat().st_mode & OTHERS, path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SaysoError(
            f"{path}: the key that signs what webhooks are sent can't be read; bring it along with the database, or make the webhooks anew"
        ) from error
    if readable and os.name == "posix":
        raise SaysoError(f"{path}: others can read this key; `chmod 600 {path}`, and make the webhooks anew if somebody may have")
    if len(key) < 64:
        raise SaysoError(f"{path}: holds no key; put the right file there, or take it away and make the webhooks anew")
    return hmac.new(key.encode(), f"webhook {webhook}".encode(), sha256).hexdigest()
