namespace Orleans.Serialization.Invocation;

/// <summary>How a call ended, as call filters see it.</summary>
public abstract class Response
{
    /// <summary>It ended without a result.</summary>
    public static Response Completed { get; } = new Response<object?>(null);

    /// <summary>The error, if it failed.</summary>
    public abstract Exception? Exception { get; set; }

    /// <summary>The result, if it did not fail.</summary>
    public abstract object? Result { get; set; }

    /// <summary>A failure.</summary>
    public static Response FromException(Exception exception) => new Response<object?>(null) { Exception = exception };

    /// <summary>A result.</summary>
    public static Response FromResult<TResult>(TResult value) => new Response<TResult>(value);

    /// <summary>The result, or the error thrown.</summary>
    public abstract T GetResult<T>();
}
