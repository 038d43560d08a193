package dev.dateline.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "dev.dateline.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.dateline.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingBelowKnowsTheCommands = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("dev.dateline.cli.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dateline.cli");

    @ArchTest
    static final ArchRule theRecountIsIndependentOfTheServices = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("dev.dateline.cli.verify")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.dateline.extractor..", "dev.dateline.saver..", "dev.dateline.store..");
}
