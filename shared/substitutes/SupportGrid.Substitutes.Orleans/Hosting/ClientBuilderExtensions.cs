using System.Net;

namespace Orleans.Hosting;

/// <summary>What a client of a cluster needs to be told; in one process nothing of it matters.</summary>
public static class ClientBuilderExtensions
{
    /// <summary>Says where a cluster would take clients. Nothing is connected to.</summary>
    public static IClientBuilder UseStaticClustering(this IClientBuilder builder, params IPEndPoint[] endpoints)
    {
        ArgumentOutOfRangeException.ThrowIfZero(endpoints.Length);
        return builder;
    }
}
