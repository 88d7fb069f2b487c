"""Networks on ONNX Runtime, on the CPU."""

from __future__ import annotations

from pathlib import Path

import onnxruntime


def one_thread_session(file: Path) -> onnxruntime.InferenceSession:
    """Load a network that runs on the thread it is called from, several calls side by side.

    ONNX Runtime's own way, all threads on one batch, has them wait for one another in a busy loop,
    which takes the core from the coding.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
