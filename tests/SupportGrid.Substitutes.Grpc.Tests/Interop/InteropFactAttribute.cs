using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>
/// A test against the official programs. Skipped where they are not installed, except in CI, where it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InteropFactAttribute : FactAttribute
{
    public InteropFactAttribute(
        [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    {
        _ = (sourceFilePath, sourceLineNumber);
        var installed = RubyPrograms.Client is not null && RubyPrograms.Server is not null;
        if (!installed && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "The Debian packages ruby-grpc and ruby-googleauth are not installed.";
        }
    }
}
