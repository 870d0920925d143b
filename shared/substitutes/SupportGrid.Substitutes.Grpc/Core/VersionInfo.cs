namespace Grpc.Core;

/// <summary>The version of gRPC this API corresponds to.</summary>
public static class VersionInfo
{
    /// <summary>The version of the API.</summary>
    public const string CurrentVersion = "2.66.0";
}
