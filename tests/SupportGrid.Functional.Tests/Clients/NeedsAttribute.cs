namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// A test that needs something installed. Without it: skipped, with the reason; in CI it runs and fails.
/// </summary>
public sealed class NeedsAttribute : FactAttribute
{
    public NeedsAttribute(string need)
    {
        var isThere = need switch
        {
            "node" => File.Exists(Tool.Buf),
            "python" => File.Exists("/usr/bin/grpc_python_plugin"),
            _ => throw new ArgumentException($"Nothing is known of {need}.", nameof(need)),
        };
        if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = need == "node"
                ? "needs npm packages: npm install --prefix tests/clients/node"
                : "needs Debian's python3-grpcio and protobuf-compiler-grpc";
        }
    }
}
