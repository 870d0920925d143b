using System.Reflection;
using Orleans.Metadata;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>All grain classes of the process and the interfaces they stand behind.</summary>
/// <remarks>
/// They are found in every assembly that references this one and is loaded or referenced by a loaded one.
/// </remarks>
internal sealed class GrainCatalog
{
    private static readonly string s_own = typeof(Grain).Assembly.GetName().Name!;
    private static volatile GrainCatalog? s_current;

    private readonly ILookup<Type, GrainClass> _byInterface;
    private readonly ILookup<GrainType, GrainClass> _byName;
    private readonly int _assemblies;

    private GrainCatalog(IReadOnlyCollection<Assembly> assemblies)
    {
        _assemblies = assemblies.Count;
        var classes = assemblies.SelectMany(GrainClasses).OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new GrainClass(type)).ToList();
        _byName = classes.ToLookup(known => known.Name);
        _byInterface = classes.SelectMany(known => known.Type.GetInterfaces()
            .Where(type => typeof(IAddressable).IsAssignableFrom(type)).Select(type => (Interface: type, Class: known)))
            .ToLookup(pair => pair.Interface, pair => pair.Class);
    }

    /// <summary>The class that an interface leads to.</summary>
    /// <exception cref="ArgumentException">None does, or several do.</exception>
    internal static GrainClass ClassOf(Type interfaceType, string? classNamePrefix)
    {
        var classes = Current(catalog => catalog._byInterface.Contains(interfaceType))._byInterface[interfaceType]
            .Where(known => classNamePrefix is null
                || known.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))
            .ToList();
        return classes switch
        {
            [] => throw new ArgumentException($"No grain class implements {interfaceType}."),
            [var only] => only,
            _ => Preferred(interfaceType, classes),
        };
    }

    /// <summary>The class that a grain id names.</summary>
    /// <exception cref="ArgumentException">None does, or several do.</exception>
    internal static GrainClass ClassOf(GrainType name)
    {
        var classes = Current(catalog => catalog._byName.Contains(name))._byName[name].ToList();
        return classes switch
        {
            [] => throw new ArgumentException($"No grain class is called '{name}'."),
            [var only] => only,
            _ => throw new ArgumentException(
                $"Several grain classes are called '{name}': {Names(classes)}. Tell them apart with [GrainType]."),
        };
    }

    private static GrainClass Preferred(Type interfaceType, List<GrainClass> classes)
    {
        var wanted = interfaceType.GetCustomAttribute<DefaultGrainTypeAttribute>()?.GrainType;
        return classes.SingleOrDefault(known => known.Name.ToString() == wanted)
            ?? classes.SingleOrDefault(known => "I" + known.Type.Name == interfaceType.Name)
            ?? throw new ArgumentException($"Several grain classes implement {interfaceType}: {Names(classes)}.");
    }

    private static string Names(IEnumerable<GrainClass> classes) =>
        string.Join(", ", classes.Select(known => known.Type.FullName));

    /// <summary>Looks again, once, when what is sought may be in an assembly that was loaded meanwhile.</summary>
    private static GrainCatalog Current(Func<GrainCatalog, bool> isKnown)
    {
        var catalog = s_current;
        if (catalog is not null && isKnown(catalog))
        {
            return catalog;
        }

        var assemblies = Assemblies();
        return catalog is not null && catalog._assemblies == assemblies.Count
            ? catalog
            : s_current = new GrainCatalog(assemblies);
    }

    private static HashSet<Assembly> Assemblies()
    {
        var found = new HashSet<Assembly> { typeof(Grain).Assembly };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (queue.TryDequeue(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (references.Any(reference => reference.Name == s_own))
            {
                found.Add(assembly);
            }

            foreach (var reference in references)
            {
                if (!IsFramework(reference) && seen.Add(reference.FullName) && TryLoad(reference) is { } loaded)
                {
                    queue.Enqueue(loaded);
                }
            }
        }

        return found;
    }

    /// <summary>A reference that is not deployed is not missed until code needs it; no grain can be in it.</summary>
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name is null or "mscorlib" or "netstandard"
        || name.Name.StartsWith("System", StringComparison.Ordinal)
        || name.Name.StartsWith("Microsoft", StringComparison.Ordinal)
        || name.Name.StartsWith("xunit", StringComparison.Ordinal);

    private static IEnumerable<Type> GrainClasses(Assembly assembly) => assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && typeof(IGrainBase).IsAssignableFrom(type)
        && typeof(IAddressable).IsAssignableFrom(type));
}
