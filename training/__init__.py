"""How the shipped model is made: data, examples, multi-task training, ONNX, int8."""
