"""What stands between an error and the user: a sentence, an exit code, and no traceback."""

import os
import sys
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from sayso.cli.terminal import say
from sayso.cli.usage import plain
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from types import FrameType

FAILED = 1
INTERRUPTED = 130
TERMINATED = 143


class Guarded(TyperGroup):
    """The commands, with every error told in a sentence; `--debug` shows the traceback instead."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        plain(self.commands.values())

    def invoke(self, ctx: Any) -> Any:
        """Run a command and turn what goes wrong into a message and an exit code."""
        debug = "--debug" in [*ctx._protected_args, *ctx.args] or bool(os.environ.get("SAYSO_DEBUG"))
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _forget_stdout()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            say("Interrupted; nothing half-written is left behind")
            raise typer.Exit(INTERRUPTED) from None
        except Exception as error:
            if debug or _is_typers_own(error):
                raise
            for line in f"sayso: {_told(error)}".splitlines():
                say(line)
            _forget_stdout_if_full()
            raise typer.Exit(FAILED) from None
        return result


def stop(_number: int, _frame: "FrameType | None") -> None:
    """End on SIGTERM as on Ctrl-C, so that unfinished files are taken away."""
    raise SystemExit(TERMINATED)


def _is_typers_own(error: Exception) -> bool:
    """Usage errors and exits, which Typer itself shows."""
    return type(error).__module__.startswith(("typer", "click"))


def _told(error: Exception) -> str:
    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory"
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'}: {error.strerror or error}"
    return (
        f"an error in Sayso itself: {type(error).__name__}: {error}. Run the command again with --debug to see where, and please report it"
    )


def _forget_stdout_if_full() -> None:
    """What can't be written now can't be written when Python closes the stream either, and would be complained of twice."""
    try:
        sys.stdout.flush()
    except OSError:
        _forget_stdout()


def _forget_stdout() -> None:
    """Point standard output at nothing: its reader has gone, and what is left in the buffer has no one to go to."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
