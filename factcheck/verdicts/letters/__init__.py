"""Letters of readers: taking them in, answering them, telling whoever wrote, and forgetting who it was."""
