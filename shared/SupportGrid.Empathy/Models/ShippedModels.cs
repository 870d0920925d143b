using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SupportGrid.Empathy.Models;

/// <summary>
/// The models that come with the product, trained on data whose licences allow it. Each is read from the assembly once,
/// when it is first asked for, and shared.
/// </summary>
public static class ShippedModels
{
    private const string Folder = "Models.";
    private const string Ending = ".sgem";

    private static readonly ConcurrentDictionary<string, LinearModel> Loaded = new(StringComparer.Ordinal);

    /// <summary>Ten groups of emotions in English turns of a customer.</summary>
    public const string EmotionEn = "emotion-en";

    /// <summary>Abuse in Chinese.</summary>
    public const string AbuseZh = "abuse-zh";

    /// <summary>Conduct of English turns of an agent.</summary>
    public const string ConductEn = "conduct-en";

    /// <summary>Names of the models in the assembly, sorted.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(ShippedModels).Assembly.GetManifestResourceNames()
            .Where(static n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(static n => n[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The model of the name, or null when none was shipped.</summary>
    /// <exception cref="ModelFormatException">The assembly was tampered with.</exception>
    public static LinearModel? Find(string name) =>
        Names.Contains(name) ? Loaded.GetOrAdd(name, static n => ModelFile.Read(BytesOf(n))) : null;

    /// <summary>The card of a shipped model.</summary>
    public static ModelCard CardOf(string name) =>
        ModelCard.FromJson(System.Text.Encoding.UTF8.GetString(Read(name + ".json")));

    /// <summary>The file of a shipped model.</summary>
    public static byte[] BytesOf(string name) => Read(name + Ending);

    private static byte[] Read(string file)
    {
        using var stream = typeof(ShippedModels).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new ArgumentException($"No {file} is shipped.", nameof(file));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
