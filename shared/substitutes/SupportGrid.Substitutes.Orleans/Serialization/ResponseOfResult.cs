using System.Runtime.ExceptionServices;

namespace Orleans.Serialization.Invocation;

/// <inheritdoc/>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class Response<TResult>(TResult? value) : Response
{
    /// <summary>The result.</summary>
    public TResult? TypedResult { get; set; } = value;

    /// <inheritdoc/>
    public override Exception? Exception { get; set; }

    /// <inheritdoc/>
    public override object? Result
    {
        get => TypedResult;
        set => TypedResult = (TResult?)value;
    }

    /// <inheritdoc/>
    public override T GetResult<T>()
    {
        if (Exception is not null)
        {
            ExceptionDispatchInfo.Throw(Exception);
        }

        return (T)(object?)TypedResult!;
    }
}
