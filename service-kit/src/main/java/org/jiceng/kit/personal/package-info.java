/** How personal data is encrypted, found again and masked. */
package org.jiceng.kit.personal;
