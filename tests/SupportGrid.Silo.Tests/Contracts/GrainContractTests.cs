using System.Collections.Immutable;
using System.Reflection;
using Orleans.Storage;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Tests.Contracts;

/// <summary>What crosses an actor's interface is serialisable under Orleans; the substitute would not notice.</summary>
public sealed class GrainContractTests
{
    private static readonly Type[] Interfaces =
        [.. typeof(IInteractionGrain).Assembly.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain)))];

    /// <summary>
    /// What Orleans writes without our help, of all that crosses today. A new one is looked up before it is added.
    /// </summary>
    private static readonly HashSet<Type> Known =
    [
        typeof(void), typeof(Task), typeof(Task<>), typeof(Nullable<>), typeof(List<>), typeof(ImmutableArray<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableList<>), typeof(ImmutableSortedDictionary<,>),
        typeof(ImmutableSortedSet<>), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(string),
        typeof(DateTimeOffset), typeof(DayOfWeek), typeof(TimeOnly), typeof(TimeSpan),
    ];

    private static readonly Type[] Grains =
        [.. typeof(SupportGridSilo).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Grain)) && !t.IsAbstract)];

    public static TheoryData<Type> Crossing { get; } = [.. ReachableTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Interfaces_AreAllFound_AndHaveStringKeys()
    {
        Assert.Equal(8, Interfaces.Length);
        Assert.All(Interfaces, i => Assert.True(i.IsAssignableTo(typeof(IGrainWithStringKey)), i.Name));
    }

    [Fact]
    public void Interfaces_HaveOneGrainClassEach() =>
        Assert.All(Interfaces, i => Assert.Single(Grains, g => g.IsAssignableTo(i)));

    [Fact]
    public void Aliases_OfInterfacesAndTypes_AreUnique()
    {
        var aliases = Interfaces.Concat(ReachableTypes()).Select(AliasOf).ToArray();

        Assert.All(aliases, a => Assert.StartsWith("sg.", a, StringComparison.Ordinal));
        Assert.Equal(aliases.Length, aliases.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>
    /// Between processes a name is read back as a generic type only if it says how many arguments follow.
    /// </summary>
    [Fact]
    public void Aliases_OfGenericTypes_SayHowManyArgumentsTheyTake() =>
        Assert.All(
            ReachableTypes().Where(t => t.IsGenericType),
            t => Assert.EndsWith($"`{t.GetGenericArguments().Length}", AliasOf(t), StringComparison.Ordinal));

    [Fact]
    public void Aliases_OfMethods_AreUniqueInTheirInterface() =>
        Assert.All(Interfaces, i =>
        {
            var aliases = i.GetMethods().Select(m => m.GetCustomAttribute<AliasAttribute>()?.Alias ?? "").ToArray();
            Assert.DoesNotContain("", aliases);
            Assert.Equal(aliases.Length, aliases.Distinct(StringComparer.Ordinal).Count());
        });

    [Theory]
    [MemberData(nameof(Crossing))]
    public void Type_ThatCrosses_IsMarkedForTheSerializer(Type type)
    {
        Assert.True(type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null, $"{type} lacks [GenerateSerializer].");
        Assert.True(type.GetCustomAttribute<AliasAttribute>(inherit: false) is not null, $"{type} lacks [Alias].");
        Assert.All(SettableProperties(type), p => Assert.True(
            IsOfPrimaryConstructor(type, p) || p.GetCustomAttribute<IdAttribute>() is not null,
            $"{type}.{p.Name} is neither of the primary constructor nor numbered: it would be lost on the way."));
    }

    [Theory]
    [MemberData(nameof(Crossing))]
    public void Type_ThatCrosses_IsClosed(Type type)
    {
        if (type.IsAbstract)
        {
            Assert.NotEmpty(DerivedOf(type));
        }
        else
        {
            Assert.True(type.IsSealed, $"{type} could be derived from outside of what this test sees.");
        }
    }

    [Fact]
    public void Type_ThatCrossesAndIsNotOurs_IsOneThatOrleansWrites() =>
        Assert.Empty(AllReachable().Where(t => !IsOurs(t) && !t.IsGenericParameter).Except(Known));

    [Fact]
    public void States_HaveNamesOfTheirOwn()
    {
        var names = Grains
            .SelectMany(g => g.GetConstructors().Single().GetParameters())
            .Select(p => p.GetCustomAttribute<PersistentStateAttribute>())
            .OfType<PersistentStateAttribute>()
            .ToArray();

        Assert.All(names, n => Assert.Equal(SnapshotStorage.Name, n.StorageName));
        Assert.Equal(names.Length, names.Select(n => n.StateName).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>AdoNet storage reads a key that parses as hexadecimal as a number.</summary>
    [Theory]
    [InlineData("acme", "00ab12")]
    [InlineData("ab12", "ff")]
    public void Keys_NeverParseAsHexadecimal(string tenant, string id)
    {
        var key = GrainKeys.Of(tenant, id);

        Assert.False(char.IsAsciiHexDigit(key[0]));
        Assert.Equal((tenant, id), GrainKeys.Parse(key));
    }

    /// <summary>Classes and structures of ours that cross; enumerations need no mark.</summary>
    private static HashSet<Type> ReachableTypes() => [.. AllReachable().Where(t => IsOurs(t) && !t.IsEnum)];

    private static HashSet<Type> AllReachable()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(Interfaces
            .SelectMany(i => i.GetMethods())
            .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Append(typeof(StreamSnapshot)));
        while (open.TryDequeue(out var type))
        {
            foreach (var part in PartsOf(type))
            {
                open.Enqueue(part);
            }

            var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            if (!found.Add(definition) || !IsOurs(definition) || definition.IsEnum)
            {
                continue;
            }

            foreach (var next in SettableProperties(type).Select(p => p.PropertyType).Concat(DerivedOf(type)))
            {
                open.Enqueue(next);
            }
        }

        return found;
    }

    private static Type[] PartsOf(Type type) =>
        type.IsGenericType ? type.GetGenericArguments()
        : type.HasElementType ? [type.GetElementType()!]
        : [];

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("SupportGrid.", StringComparison.Ordinal) == true;

    private static IEnumerable<Type> DerivedOf(Type type) =>
        type.Assembly.GetTypes().Where(t => t.BaseType == type);

    private static IEnumerable<PropertyInfo> SettableProperties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is not null && p.GetMethod is { IsAbstract: false });

    private static bool IsOfPrimaryConstructor(Type type, PropertyInfo property) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(c => c.GetParameters().Any(p => p.Name == property.Name && p.ParameterType == property.PropertyType));

    private static string AliasOf(Type type) =>
        type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? throw new InvalidOperationException($"{type} lacks [Alias].");
}
