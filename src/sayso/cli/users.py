"""`sayso users`: who may use a desk that others can reach."""

from typing import Annotated

import typer

from sayso.cli.options import DB, Db, Debug

EXAMPLES = """\b
Examples:
  sayso users add anna --role admin              # asks for the password
  sayso users add bob --role reviewer < password.txt
  sayso users add carl --proxy                   # no password: a reverse proxy vouches for him
  sayso users role bob admin
  sayso users token bob --name "nightly script" --role reader

\b
Roles: a reader may look at everything, a reviewer may correct besides, an admin may look after accounts besides.
Passwords are never given as arguments, which other users of a machine can read.
"""
BY = "command line"

app = typer.Typer(help="Say who may use a desk that others can reach.", epilog=EXAMPLES, no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The user's name.")]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, reviewer or admin.")]


@app.command("add")
def add(
    name: Name,
    *,
    role: Role = "reader",
    proxy: Annotated[bool, typer.Option("--proxy", help="Without a password: a reverse proxy vouches for them.")] = False,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Make an account; the password is asked for, or read from standard input."""
    from sayso.cli.terminal import say
    from sayso.store import Writer
    from sayso.store.people.users import acceptable, add_user
    from sayso.store.writer import now

    acceptable(name, role)  # else the password would be asked for in vain
    kept = None if proxy else _password(name)
    with Writer(db, command="users") as writer:
        add_user(writer, name, role, kept, by=BY, at=now())
    say(f"sayso: {name} is {role} of {db}")


@app.command("list")
def listed(*, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Show all users with their roles."""
    from sayso.cli.terminal import say, shown
    from sayso.store import View
    from sayso.store.people.users import users

    with View(db) as view:
        found = users(view)
        for user in found:
            shown(f"{user.name:<24} {user.role:<9} {user.made_at[:10]}{'' if user.password else '  by proxy only'}")
    if not found:
        say(f"sayso: nobody has an account in {db}: whoever sits at its desk may do everything")


@app.command("role")
def role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.")],
    *,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Give a user another role; it holds from their next click."""
    from sayso.cli.terminal import say
    from sayso.store import Writer
    from sayso.store.people.users import set_role
    from sayso.store.writer import now

    with Writer(db, command="users") as writer:
        set_role(writer, name, role, by=BY, at=now())
    say(f"sayso: {name} is {role} of {db}")


@app.command("remove")
def remove(name: Name, *, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Take an account away, its sessions and tokens too; what its user did stays on record."""
    from sayso.cli.terminal import say
    from sayso.store import Writer
    from sayso.store.people.users import remove_user
    from sayso.store.writer import now

    with Writer(db, command="users") as writer:
        remove_user(writer, name, by=BY, at=now())
    say(f"sayso: {name} has no account any more")


@app.command("password")
def password(name: Name, *, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Give a user another password; their sessions end."""
    from sayso.cli.terminal import say
    from sayso.store import View, Writer
    from sayso.store.people.users import known, set_password
    from sayso.store.writer import now

    with View(db) as view:
        known(view, name)  # else the password would be asked for in vain
    kept = _password(name)
    with Writer(db, command="users") as writer:
        set_password(writer, name, kept, by=BY, at=now())
    say(f"sayso: {name} has a new password")


@app.command("token")
def token(
    name: Name,
    *,
    label: Annotated[str, typer.Option("--name", metavar="TEXT", help="What it is for.")] = "command line",
    role: Role = "reader",
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Make a token for a program or a feed reader, and print it; only its digest is kept."""
    from sayso.cli.terminal import shown
    from sayso.store import Writer
    from sayso.store.people.keys import make_key
    from sayso.store.writer import now

    with Writer(db, command="users") as writer:
        shown(make_key(writer, name, "token", at=now(), ends_at=None, by=BY, name=label, role=role))


def _password(name: str) -> str:
    """The hash of a password, which is asked for twice at a terminal, else read from a line of standard input."""
    import sys
    from getpass import getpass

    from sayso.errors import SaysoError
    from sayso.web.accounts.passwords import hashed

    if not sys.stdin.isatty():
        return hashed(sys.stdin.readline().rstrip("\r\n"))
    given = getpass(f"Password of {name}: ")
    if getpass("Once more: ") != given:
        raise SaysoError("the two are not the same; nothing was changed")
    return hashed(given)
