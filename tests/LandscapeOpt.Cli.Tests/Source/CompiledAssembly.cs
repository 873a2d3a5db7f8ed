using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace LandscapeOpt.Cli.Tests.Source;

/// <summary>
/// What a compiled assembly says about itself: its types, what they name (in method bodies too), its static fields. Constants and nameof leave no trace.
/// </summary>
internal sealed partial class CompiledAssembly
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value & 0xFFFF);

    private readonly PEReader file;
    private readonly MetadataReader reader;
    private readonly NamedTypes names = new();
    private readonly HashSet<Use> uses = [];

    private CompiledAssembly(PEReader file)
    {
        this.file = file;
        reader = file.GetMetadataReader();
        References = [.. reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name))];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            Read(handle, reader.GetTypeDefinition(handle));
        }
    }

    /// <summary>The types that are not nested, without what the compiler adds.</summary>
    internal List<TypeName> Types { get; } = [];

    /// <summary>What the types name: each pair of type and member once.</summary>
    internal IReadOnlyCollection<Use> Uses => uses;

    /// <summary>The static fields, with the type that each is declared as.</summary>
    internal List<StaticField> StaticFields { get; } = [];

    /// <summary>The assemblies that it names.</summary>
    internal IReadOnlyList<string> References { get; }

    internal static CompiledAssembly Read(string path)
    {
        using var opened = new PEReader(File.OpenRead(path));
        return new(opened);
    }

    private void Read(TypeDefinitionHandle handle, TypeDefinition type)
    {
        TypeName from = names.GetTypeFromDefinition(reader, handle, 0)[0];
        if (!from.Namespace.StartsWith("LandscapeOpt", StringComparison.Ordinal))
        {
            return;
        }

        if (type.GetDeclaringType().IsNil && !from.Name.StartsWith('<'))
        {
            Types.Add(from);
        }

        Add(from, type.BaseType);
        foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations())
        {
            Add(from, reader.GetInterfaceImplementation(implemented).Interface);
        }

        Add(from, type.GetGenericParameters());
        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            Read(from, type, reader.GetFieldDefinition(field));
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            Read(from, reader.GetMethodDefinition(method));
        }
    }

    private void Read(TypeName from, TypeDefinition declaring, FieldDefinition field)
    {
        ImmutableArray<TypeName> types = field.DecodeSignature(names, null);
        Add(from, types);
        bool isByCompiler = reader.GetString(declaring.Name).StartsWith('<');
        if (field.Attributes.HasFlag(FieldAttributes.Static) && !field.Attributes.HasFlag(FieldAttributes.Literal) && !isByCompiler)
        {
            StaticFields.Add(new(from, reader.GetString(field.Name), types, field.Attributes.HasFlag(FieldAttributes.InitOnly)));
        }
    }

    private void Read(TypeName from, MethodDefinition method)
    {
        Add(from, method.DecodeSignature(names, null));
        Add(from, method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Add(from, region.CatchType);
        }

        if (!body.LocalSignature.IsNil)
        {
            foreach (ImmutableArray<TypeName> local in reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null))
            {
                Add(from, local);
            }
        }

        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode operation = OpCodesByValue[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                Add(from, MetadataTokens.EntityHandle(code.ReadInt32()));
            }
            else
            {
                int size = operation.OperandType == OperandType.InlineSwitch ? 4 * code.ReadInt32() : Size(operation.OperandType);
                code.Offset += size;
            }
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void Add(TypeName from, EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                Add(from, names.Of(reader, handle));
                break;
            case HandleKind.FieldDefinition:
                FieldDefinition field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(from, names.Of(reader, field.GetDeclaringType()), reader.GetString(field.Name));
                break;
            case HandleKind.MethodDefinition:
                MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(from, names.Of(reader, method.GetDeclaringType()), reader.GetString(method.Name));
                break;
            case HandleKind.MemberReference:
                Add(from, reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification specification = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(from, specification.Method);
                foreach (ImmutableArray<TypeName> argument in specification.DecodeSignature(names, null))
                {
                    Add(from, argument);
                }

                break;
        }
    }

    private void Add(TypeName from, MemberReference member)
    {
        ImmutableArray<TypeName> parent = member.Parent.Kind == HandleKind.MethodDefinition ? [from] : names.Of(reader, member.Parent);
        Add(from, parent, reader.GetString(member.Name));
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            Add(from, member.DecodeMethodSignature(names, null));
        }
        else
        {
            Add(from, member.DecodeFieldSignature(names, null));
        }
    }

    private void Add(TypeName from, MethodSignature<ImmutableArray<TypeName>> signature)
    {
        Add(from, signature.ReturnType);
        foreach (ImmutableArray<TypeName> parameter in signature.ParameterTypes)
        {
            Add(from, parameter);
        }
    }

    private void Add(TypeName from, GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterConstraintHandle constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
        {
            Add(from, reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    // The first is the type that has the member; the others are its arguments.
    private void Add(TypeName from, ImmutableArray<TypeName> to, string? member = null)
    {
        for (int i = 0; i < to.Length; i++)
        {
            uses.Add(new(from, to[i], i == 0 ? member : null));
        }
    }

    /// <summary>The outermost type around a type: what is nested counts as what it is nested in.</summary>
    /// <param name="Namespace">The namespace, which is the folder.</param>
    /// <param name="Name">The name without the number of type parameters.</param>
    internal readonly record struct TypeName(string Namespace, string Name)
    {
        public override string ToString() => $"{Namespace}.{Name}";
    }

    /// <summary>A type that names another, or one of its members.</summary>
    internal readonly record struct Use(TypeName From, TypeName To, string? Member)
    {
        public override string ToString() => Member is null ? $"{From} names {To}" : $"{From} names {To}.{Member}";
    }

    /// <summary>A static field.</summary>
    internal readonly record struct StaticField(TypeName Owner, string Name, ImmutableArray<TypeName> Types, bool IsReadOnly)
    {
        public override string ToString() => $"{Owner}.{Name}";
    }

    // Each signature as the types that are named in it, the outer one first.
    private sealed partial class NamedTypes : ISignatureTypeProvider<ImmutableArray<TypeName>, object?>
    {
        internal ImmutableArray<TypeName> Of(MetadataReader reader, EntityHandle handle) => handle.Kind switch
        {
            HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
            HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
            _ => GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        };

        public ImmutableArray<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            return type.GetDeclaringType() is { IsNil: false } outer
                ? GetTypeFromDefinition(reader, outer, 0)
                : [new(reader.GetString(type.Namespace), Plain(reader.GetString(type.Name)))];
        }

        public ImmutableArray<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            TypeReference type = reader.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)
                : [new(reader.GetString(type.Namespace), Plain(reader.GetString(type.Name)))];
        }

        public ImmutableArray<TypeName> GetTypeFromSpecification(
            MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, null);

        public ImmutableArray<TypeName> GetGenericInstantiation(ImmutableArray<TypeName> genericType, ImmutableArray<ImmutableArray<TypeName>> typeArguments) =>
            [.. genericType, .. typeArguments.SelectMany(a => a)];

        public ImmutableArray<TypeName> GetFunctionPointerType(MethodSignature<ImmutableArray<TypeName>> signature) =>
            [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(p => p)];

        public ImmutableArray<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

        public ImmutableArray<TypeName> GetGenericMethodParameter(object? genericContext, int index) => [];

        public ImmutableArray<TypeName> GetGenericTypeParameter(object? genericContext, int index) => [];

        public ImmutableArray<TypeName> GetArrayType(ImmutableArray<TypeName> elementType, ArrayShape shape) => elementType;

        public ImmutableArray<TypeName> GetByReferenceType(ImmutableArray<TypeName> elementType) => elementType;

        public ImmutableArray<TypeName> GetModifiedType(
            ImmutableArray<TypeName> modifier, ImmutableArray<TypeName> unmodifiedType, bool isRequired) => unmodifiedType;

        public ImmutableArray<TypeName> GetPinnedType(ImmutableArray<TypeName> elementType) => elementType;

        public ImmutableArray<TypeName> GetPointerType(ImmutableArray<TypeName> elementType) => elementType;

        public ImmutableArray<TypeName> GetSZArrayType(ImmutableArray<TypeName> elementType) => elementType;

        // A type of one file is compiled under a longer name: <File>F0123__Name.
        private static string Plain(string name) => FileLocal().Replace(name.Split('`')[0], "");

        [GeneratedRegex("^<.*>F[0-9A-F]+__", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex FileLocal();
    }
}
