using System.Text;

namespace SupportGrid.Gateway.Admin;

/// <summary>A configuration that shows and explains every key.</summary>
public static class ConfigurationSample
{
    private const string Resource = "configuration-sample.yaml";

    public static string Yaml { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(ConfigurationSample).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
