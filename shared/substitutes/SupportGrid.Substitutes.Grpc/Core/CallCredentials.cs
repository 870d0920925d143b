namespace Grpc.Core;

/// <summary>Adds headers to calls that prove who calls.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    /// <summary>Applies several credentials in order.</summary>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Length > 0
            ? new Composite([.. credentials])
            : throw new ArgumentException("At least one credential is needed.", nameof(credentials));
    }

    /// <summary>Asks <paramref name="interceptor"/> for headers before every call.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new Single(interceptor);
    }

    internal abstract Task ApplyAsync(AuthInterceptorContext context, Metadata metadata);

    private sealed class Composite(CallCredentials[] parts) : CallCredentials
    {
        internal override async Task ApplyAsync(AuthInterceptorContext context, Metadata metadata)
        {
            foreach (var part in parts)
            {
                await part.ApplyAsync(context, metadata).ConfigureAwait(false);
            }
        }
    }

    private sealed class Single(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        internal override Task ApplyAsync(AuthInterceptorContext context, Metadata metadata) =>
            interceptor(context, metadata);
    }
}
