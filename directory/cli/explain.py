"""`directory explain`: what a message means."""

import click

from directory.cli.terminal import CLEAN, WrongUse, indented
from directory.problems import catalogue, did_you_mean


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Eine Meldung erklären: was sie bedeutet, mit einem Beispiel."""
    from directory.easy_language import explanations

    codes, rules = catalogue(), explanations()
    if code is None:
        for name in (*codes, *rules):
            click.echo(f"{name:<30} {codes[name].title if name in codes else rules[name].title}")
        return CLEAN
    if code in codes:
        message = codes[code]
        _explain(message.title, message.why, message.wrong, message.right)
    elif code in rules:
        rule = rules[code]
        _explain(rule.title, f"{rule.why}\n{rule.suggestion}", "\n".join(rule.wrong), "\n".join(rule.right))
        click.echo(f"\nQuelle: {rule.source}")
    else:
        near = did_you_mean(code, [*codes, *rules])
        meaning = f" Meinten Sie „{near}“?" if near else ""
        raise WrongUse(f"Eine Meldung mit dem Kenn-Wort „{code}“ gibt es nicht.{meaning}")
    return CLEAN


def _explain(title: str, why: str, wrong: str, right: str) -> None:
    click.echo(f"{title}\n\n{why}")
    if wrong:
        click.echo(f"\nFalsch:\n{indented(wrong)}\n\nRichtig:\n{indented(right)}")
