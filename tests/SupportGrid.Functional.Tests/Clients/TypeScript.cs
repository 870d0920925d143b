namespace SupportGrid.Functional.Tests.Clients;

/// <summary>The TypeScript examples, compiled: types from the protos first, then everything, strictly.</summary>
internal static class TypeScript
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static bool _isCompiled;

    /// <summary>
    /// Compiles once in a run of the tests; what does not compile fails the test with the compiler's words.
    /// </summary>
    public static async Task CompileAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (!_isCompiled)
            {
                await RunAsync("types");
                await RunAsync("compile");
                _isCompiled = true;
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task RunAsync(string script)
    {
        var (code, output, error) = await Tool.RunAsync("npm", Tool.Node, "run", "--silent", script);
        Assert.True(code == 0, $"npm run {script}: {output}{error}");
    }
}
