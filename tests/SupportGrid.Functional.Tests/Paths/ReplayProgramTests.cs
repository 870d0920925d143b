using System.Text.Json;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Paths;

/// <summary>
/// The replay as its user starts it: by a command line, against a server that listens somewhere else.
/// </summary>
public sealed class ReplayProgramTests
{
    [Fact]
    public async Task It_plays_the_demo_set_against_a_given_address()
    {
        await using var server = await ServerProcess.StartAsync();
        var (code, output) = await ServerProcess.ReplayAsync(
            "--address", server.GrpcAddress.GetLeftPart(UriPartial.Authority),
            "--token-file", Path.Combine(server.DataFolder, "admin-token"),
            "--agents", "4", "--json");
        Assert.True(code == 0, output);
        using var summary = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.True(summary.RootElement.GetProperty("is_clean").GetBoolean(), output);
        Assert.NotEqual(0, summary.RootElement.GetProperty("closed").GetInt32());
    }

    [Fact]
    public async Task Customers_leave_while_they_wait_and_the_log_is_clean()
    {
        await using var server = await ServerProcess.StartAsync();
        var (code, output) = await ServerProcess.ReplayAsync(
            "--address", server.GrpcAddress.GetLeftPart(UriPartial.Authority),
            "--token-file", Path.Combine(server.DataFolder, "admin-token"),
            "--agents", "1", "--per-agent", "1", "--customers", "40", "--repeat", "5", "--abandon-share", "0.5", "--json");
        Assert.True(code == 0, output);
        using var summary = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var abandoned = summary.RootElement.GetProperty("abandoned").GetInt32();
        Assert.InRange(abandoned, 1, summary.RootElement.GetProperty("conversations").GetInt32() - 1);
        Assert.Equal(abandoned, summary.RootElement.GetProperty("check").GetProperty("abandoned").GetInt32());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    public async Task A_share_that_is_none_is_a_usage_error(string share)
    {
        var (code, output) = await ServerProcess.ReplayAsync("--abandon-share", share);
        Assert.NotEqual(0, code);
        Assert.Contains("--abandon-share is 0 to 1.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_usage_error()
    {
        var (code, output) = await ServerProcess.ReplayAsync("--address", "127.0.0.1:5081");
        Assert.Equal(2, code);
        Assert.Contains(
            "--address is an address such as http://127.0.0.1:5081, not 127.0.0.1:5081.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_and_a_missing_file_are_exit_code_2()
    {
        var (option, said) = await ServerProcess.ReplayAsync("--no-such-option");
        Assert.True(option == 2, said);
        var (file, complaint) = await ServerProcess.ReplayAsync("/no/such/file.jsonl", "--token", "any");
        Assert.True(file == 2, complaint);
    }
}
