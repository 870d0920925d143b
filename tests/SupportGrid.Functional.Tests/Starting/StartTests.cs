using System.Net;
using System.Net.Sockets;
using SupportGrid.Functional.Tests.Clients;
using SupportGrid.Functional.Tests.Hosting;
using SupportGrid.Replay;

namespace SupportGrid.Functional.Tests.Starting;

/// <summary>What an operator meets: help, a taken port, a damaged or foreign data folder, a clean stop.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Help_names_every_option_with_its_range()
    {
        var (code, output) = await ServerProcess.RunAsync("--help");
        Assert.Equal(0, code);
        Assert.All(
            ["--http-port", "--grpc-port", "--data", "--demo", "--desk-grace-seconds", "[1 to 3600]"],
            option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_out_of_range_is_a_usage_error()
    {
        var (code, output) = await ServerProcess.RunAsync("--http-port", "70000");
        Assert.Equal(2, code);
        Assert.Contains("--http-port is 0 to 65535, not 70000.", output, StringComparison.Ordinal);
        (code, output) = await ServerProcess.RunAsync("--http-port", "many");
        Assert.Equal(2, code);
        Assert.Contains("Cannot parse argument 'many' for option '--http-port'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("no-such-command")]
    [InlineData("backup")]
    [InlineData("token --roles king")]
    public async Task A_wrong_command_line_is_exit_code_2(string arguments)
    {
        var (code, output) = await ServerProcess.RunAsync(arguments.Split(' '));
        Assert.True(code == 2, output);
    }

    [Theory]
    [InlineData("backup copy.db")]
    [InlineData("export log.jsonl")]
    [InlineData("token")]
    public async Task A_mistyped_data_folder_is_exit_code_4_and_no_empty_log(string command)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var (code, output) = await ServerProcess.RunAsync([.. command.Split(' '), "--data", folder]);
        Assert.True(code == 4, output);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Paths_on_the_command_line_of_dotnet_run_are_those_of_the_caller()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var caller = Directory.CreateTempSubdirectory("supportgrid-").FullName;
        Directory.CreateDirectory(Path.Combine(caller, "data"));
        var (code, output, error) = await Tool.RunAsync(
            "dotnet", caller, "run", "--no-build", "--configuration", configuration, "--project",
            Path.Combine(Tool.Root, "services", "SupportGrid.Standalone"), "--", "token", "--data", "data");
        Assert.True(code == 0, output + error);
        Assert.True(File.Exists(Path.Combine(caller, "data", "issuer-key.pem")));
        Directory.Delete(caller, recursive: true);
    }

    [Theory]
    [InlineData("--tenant", "a/b", "must be 1 to 64 characters")]
    [InlineData("--listen", "localhost", "must be an IP address")]
    [InlineData("--allow-origin", "https://desk.example.org/app", "must be an origin")]
    [InlineData("--allow-origin", "desk.example.org", "must be an origin")]
    public async Task A_text_that_breaks_its_rule_is_a_usage_error(string option, string value, string rule)
    {
        var (code, output) = await ServerProcess.RunAsync(option, value);
        Assert.Equal(2, code);
        Assert.Contains($"{option} {value}: it {rule}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--oidc-authority login.example.org", "--oidc-authority: it must be an address such as")]
    [InlineData("--oidc-authority http://login.example.org", "--oidc-authority: it must be https")]
    [InlineData("--oidc-authority https://a.org --oidc-audience ", "--oidc-audience: it is empty")]
    [InlineData("--oidc-authority https://a.org --oidc-issuer ", "--oidc-issuer: it is empty")]
    [InlineData("--oidc-authority https://a.org --oidc-tenant-claim a..b", "--oidc-tenant-claim: it is a claim's name")]
    [InlineData("--oidc-authority https://a.org --oidc-subject-claim ", "--oidc-subject-claim: it is a claim's name")]
    [InlineData("--oidc-authority https://a.org --oidc-roles-claim .", "--oidc-roles-claim: it is a claim's name")]
    [InlineData("--oidc-authority https://a.org --oidc-tenant A/B", "--oidc-tenant: it must be 1 to 64 characters")]
    [InlineData("--oidc-authority https://a.org --oidc-algorithm HS256", "--oidc-algorithm: it cannot have HS256")]
    [InlineData("--oidc-authority https://a.org --oidc-algorithm none", "--oidc-algorithm: it must be of RS256")]
    [InlineData("--oidc-authority https://a.org --oidc-audience", "Required argument missing")]
    [InlineData("--token-clock-skew-seconds abc", "Cannot parse argument 'abc'")]
    [InlineData("--token-clock-skew-seconds 301", "--token-clock-skew-seconds: it is 0 to 300 seconds, not 301")]
    [InlineData("--oidc-issuer https://a.example", "--oidc-issuer needs --oidc-authority")]
    [InlineData(
        "--oidc-authority https://a.org --oidc-tenant main --oidc-tenant-claim org",
        "--oidc-tenant and --oidc-tenant-claim exclude each other")]
    public async Task A_wrong_setting_of_the_identity_provider_is_named(string arguments, string sentence)
    {
        var (code, output) = await ServerProcess.RunAsync(arguments.Split(' '));
        Assert.True(code == 2, output);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_is_given_by_its_address()
    {
        var (code, output) = await ServerProcess.RunAsync("--otlp", "nowhere");
        Assert.Equal(2, code);
        Assert.Contains("--otlp is an address such as", output, StringComparison.Ordinal);
        await using var server = await ServerProcess.StartAsync("--otlp", "http://127.0.0.1:9");
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public void A_replay_goes_to_the_address_that_it_is_given()
    {
        var parsed = ReplayCommand.Build().Parse(["--address", "http://127.0.0.1:9"]);
        Assert.Equal(new Uri("http://127.0.0.1:9"), parsed.GetValue<Uri>("--address"));
        Assert.NotEmpty(ReplayCommand.Build().Parse(["--address", "nowhere"]).Errors);
    }

    [Fact]
    public async Task A_taken_port_is_a_sentence_and_exit_code_3()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("supportgrid-").FullName;
        var (code, output) = await ServerProcess.RunAsync("--data", folder, "--http-port", "0", "--grpc-port", $"{port}");
        Assert.Equal(3, code);
        Assert.Contains("Give another port", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_damaged_data_folder_is_a_sentence_and_exit_code_4()
    {
        var folder = Directory.CreateTempSubdirectory("supportgrid-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "supportgrid.db"), new string('x', 10_000));
        var (code, output) = await ServerProcess.RunAsync("--data", folder, "--http-port", "0", "--grpc-port", "0");
        Assert.Equal(4, code);
        Assert.StartsWith("supportgrid: ", output.Trim().Split('\n')[^1], StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_a_sentence_and_exit_code_4()
    {
        await using var server = await ServerProcess.StartAsync();
        var (code, _) = await ServerProcess.RunAsync("--data", server.DataFolder, "--http-port", "0", "--grpc-port", "0");
        Assert.Equal(4, code);
    }

    [Fact]
    public async Task With_an_authority_it_starts_and_has_no_issuer_of_its_own()
    {
        await using var server = await ServerProcess.StartAsync("--oidc-authority", "https://login.example.org");
        Assert.False(File.Exists(Path.Combine(server.DataFolder, "admin-token")));
        var (code, _) = await ServerProcess.RunAsync("--demo", "--oidc-authority", "https://login.example.org");
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task A_stop_drains_and_ends_with_0()
    {
        await using var server = await ServerProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = server.HttpAddress };
        Assert.Equal("Healthy", await http.GetStringAsync("/healthz/ready"));
        Assert.Equal(0, await server.StopAsync());
    }
}
