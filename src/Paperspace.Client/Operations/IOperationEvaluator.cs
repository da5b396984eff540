namespace Paperspace.Client.Operations;

/// <summary>Evaluates by an API's rules what a machine and its events say about what is waited for.</summary>
internal interface IOperationEvaluator
{
    /// <summary>Returns the state of what has ended without a request; null of anything else.</summary>
    OperationState? EvaluateWithoutRequest(MachineWaitCondition condition);

    /// <summary>Returns the state of what has ended; null of what goes on.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="machine">The machine with its events, as just read.</param>
    OperationState? Evaluate(MachineWaitCondition condition, Machine machine);
}
