import { assurerConstruction, assurerDependances, verifierNode } from './outils.mjs';

verifierNode();
assurerDependances();
assurerConstruction();
