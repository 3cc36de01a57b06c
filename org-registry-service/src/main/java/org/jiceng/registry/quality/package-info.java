/** What is doubtful about the registry's records: rules, findings, and the work to mend them. */
package org.jiceng.registry.quality;
