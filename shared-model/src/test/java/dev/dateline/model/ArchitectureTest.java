package dev.dateline.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.dateline.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    final ArchRule packagesAreFreeOfCycles = slices().matching("dev.dateline.model.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    final ArchRule nothingButJacksonIsNeeded = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.dateline.model..", "java..", "tools.jackson..", "org.jspecify..");
}
