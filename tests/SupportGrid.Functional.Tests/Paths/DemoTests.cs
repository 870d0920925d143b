using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Paths;

/// <summary>The README's first command, for one round.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_plays_its_conversations_and_the_log_is_clean()
    {
        var folder = Directory.CreateTempSubdirectory("supportgrid-").FullName;
        var (code, output) = await ServerProcess.RunAsync(
            "--data", folder, "--http-port", "0", "--grpc-port", "0", "--demo", "--demo-rounds", "1", "--demo-speed", "1000");
        Assert.True(code == 0, output);
        Assert.Contains("problems", output, StringComparison.Ordinal);
        Assert.Contains("none", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
