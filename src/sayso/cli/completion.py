"""`sayso completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click


@click.command(short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes sayso's commands in a SHELL.

    \b
      bash:  echo 'eval "$(sayso completion bash)"' >> ~/.bashrc
      zsh:   echo 'eval "$(sayso completion zsh)"' >> ~/.zshrc
      fish:  sayso completion fish > ~/.config/fish/completions/sayso.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # click has all three
    # Bash's own source() starts a bash to learn its version; the script is the same without.
    click.echo(ShellComplete.source(made(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE")))
